# Build: makes the wheel and an environment with hash-checked dependencies.
FROM python:3.11-slim-bookworm AS build
WORKDIR /build
COPY requirements/run.txt requirements/run.txt
RUN python -m venv /opt/a11y-proxy \
 && /opt/a11y-proxy/bin/pip install --no-cache-dir --require-hashes -r requirements/run.txt
COPY pyproject.toml README.md LICENSE ./
COPY a11y_proxy a11y_proxy
COPY themes themes
RUN /opt/a11y-proxy/bin/pip install --no-cache-dir --no-deps --no-build-isolation .

# Run: no compilers, no sources, not root.
FROM python:3.11-slim-bookworm
# the typeface that readers may choose, with its licence
RUN apt-get update \
 && apt-get install -y --no-install-recommends fonts-sil-andika \
 && rm -rf /var/lib/apt/lists/*
RUN useradd --system --no-create-home --uid 10001 a11y
COPY --from=build /opt/a11y-proxy /opt/a11y-proxy
ENV PATH=/opt/a11y-proxy/bin:$PATH PYTHONUNBUFFERED=1
USER a11y
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=3s --start-period=10s \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8080/_a11y/health', timeout=2)"]
ENTRYPOINT ["a11y-proxy"]
CMD ["serve", "--demo", "--listen", "0.0.0.0:8080"]
