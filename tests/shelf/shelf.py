"""Lists the pages of the torture shelf, and the folders of packages that they come from."""

from __future__ import annotations

from typing import Final, NamedTuple


class Shelved(NamedTuple):
    """One page of the shelf: where it stands, and what it is."""

    slug: str
    path: str
    what: str

    @property
    def address(self) -> str:
        """The page's address at the origin, and at the proxy in front of it."""
        return f"/{self.slug}/{self.path}"


SHELF: Final[tuple[Shelved, ...]] = (
    Shelved("bootstrap-5", "", "every component of Bootstrap 5"),
    Shelved("bootstrap-3", "", "every component of Bootstrap 3, with its theme of gradients"),
    Shelved("bootstrap-4", "", "every component of Bootstrap 4"),
    Shelved("bulma", "", "every component of Bulma, its colours computed from custom properties"),
    Shelved("foundation", "", "every component of Foundation"),
    Shelved("uswds", "", "every component of USWDS"),
    Shelved("govuk", "", "the examples of every component of GOV.UK outside forms"),
    Shelved("govuk", "forms", "the examples of every component of its forms"),
    Shelved("sb-admin", "tables.html", "a dashboard with a fixed sidebar and a wide table"),
    Shelved("creative", "index.html", "one page with a photograph behind its title"),
    Shelved("agency", "index.html", "one page with a timeline, portraits and a dark form"),
    Shelved("clean-blog", "index.html", "a blog's front page under a photograph"),
    Shelved("clean-blog", "post.html", "an article with a picture and a caption"),
    Shelved("clean-blog", "contact.html", "a form with floating labels"),
    Shelved("freelancer", "index.html", "one page with tiles that open dialogs"),
    Shelved("grayscale", "index.html", "gradients over photographs, text clipped to a gradient"),
    Shelved("resume", "index.html", "a sidebar that stays, and full-height sections"),
    Shelved("sb-admin-2", "index.html", "a dashboard with cards and progress bars"),
    Shelved("sb-admin-2", "buttons.html", "buttons with icons, circles and splits"),
    Shelved("sb-admin-2", "cards.html", "cards that collapse"),
    Shelved("sb-admin-2", "login.html", "a form beside a photograph"),
    Shelved("sb-admin-2", "404.html", "glitch text of pseudo-elements"),
    Shelved("admin-lte-2", "index.html", "a Bootstrap 3 dashboard with a chat and a map"),
    Shelved("admin-lte-2", "pages/UI/general.html", "boxes, callouts, sliders of Bootstrap 3"),
    Shelved("admin-lte-2", "pages/UI/timeline.html", "a timeline with labels"),
    Shelved("admin-lte-2", "pages/forms/general.html", "forms in every state"),
    Shelved("admin-lte-2", "pages/tables/simple.html", "tables with labels and progress bars"),
    Shelved("admin-lte-2", "pages/examples/invoice.html", "a page made to be printed"),
    Shelved("material-dashboard", "pages/dashboard.html", "cards that float over gradients"),
    Shelved("material-dashboard", "pages/sign-in.html", "a form over a photograph"),
    Shelved("material-dashboard", "pages/notifications.html", "alerts with gradients"),
    Shelved("material-kit", "index.html", "every component of a Material kit"),
    Shelved("material-kit", "examples/landing-page.html", "a parallax header"),
    Shelved("sneat", "html/index.html", "a dashboard with a menu of many levels"),
    Shelved("sneat", "html/ui-buttons.html", "buttons, tinted and outlined"),
    Shelved("sneat", "html/cards-basic.html", "cards, pictures under text"),
    Shelved("sneat", "html/forms-basic-inputs.html", "fields of all kinds"),
    Shelved("gentelella", "production/index.html", "a dashboard of custom properties"),
    Shelved("gentelella", "production/landing.html", "a landing page of today's CSS"),
    Shelved("gentelella", "production/form.html", "forms of today's CSS"),
    Shelved("gentelella", "production/tables.html", "tables of today's CSS"),
    Shelved("twentytwentyone", "", "a blog of WordPress in a theme of templates"),
    Shelved("twentytwentyone", "blocks/", "blocks of WordPress in a theme of templates"),
    Shelved("twentytwentyone", "news-2/", "an article with comments and a form"),
    Shelved("twentytwentythree", "", "a blog of WordPress in a theme of blocks"),
    Shelved("twentytwentythree", "blocks/", "blocks of WordPress in a theme of blocks"),
    Shelved("twentytwentythree", "news-2/", "an article with comments, in blocks"),
)
"""Every page of the shelf; an empty path is our own page of the framework's components."""

SAMPLE: Final = frozenset({"bootstrap-3", "bootstrap-5", "creative", "sb-admin"})
"""What the ordinary tests look at; its packages are those that `make test` fetches."""

FOLDERS: Final[dict[str, str]] = {
    "admin-lte-2": "admin-lte-2",
    "agency": "startbootstrap-agency/dist",
    "bootstrap-3": "bootstrap-3",
    "bootstrap-4": "bootstrap-4",
    "bootstrap-5": "bootstrap-5",
    "bulma": "bulma",
    "clean-blog": "startbootstrap-clean-blog/dist",
    "creative": "startbootstrap-creative/dist",
    "foundation": "foundation-sites",
    "freelancer": "startbootstrap-freelancer/dist",
    "gentelella": "gentelella/dist",
    "govuk": "govuk-frontend/dist/govuk",
    "grayscale": "startbootstrap-grayscale/dist",
    "material-dashboard": "material-dashboard",
    "material-kit": "material-kit",
    "resume": "startbootstrap-resume/dist",
    "sb-admin": "startbootstrap-sb-admin/dist",
    "sb-admin-2": "startbootstrap-sb-admin-2",
    "sneat": "sneat-bootstrap-html-admin-template-free",
    "uswds": "@uswds/uswds/dist",
}
"""The folder of fetched packages that a slug stands for."""

SHEETS: Final[dict[str, str]] = {
    "bootstrap-3": "dist/css/bootstrap.min.css",
    "bootstrap-4": "dist/css/bootstrap.min.css",
    "bootstrap-5": "dist/css/bootstrap.min.css",
    "bulma": "css/bulma.min.css",
    "foundation": "dist/css/foundation.min.css",
    "govuk": "govuk-frontend.min.css",
    "uswds": "css/uswds.min.css",
}
"""The style sheet of each framework, within its folder."""

AT_ROOT: Final[tuple[str, ...]] = ("gentelella/dist", "govuk-frontend/dist/govuk")
"""Packages built for the root of their host: their root-relative addresses are answered, too."""

FACES: Final = "material-icons/iconfont"
"""The package of the icons that some pages ask another host for; without it their names show."""

LENT: Final[dict[str, str]] = {
    "https://fonts.googleapis.com/icon?family=Material+Icons+Round": "/faces/round.css",
    "https://fonts.googleapis.com/css?family=Roboto:300,400,500,700|Roboto+Slab:400,700"
    "|Material+Icons": "/faces/filled.css",
}
"""Sheets of icons at another host, by the address as pages write it, and where they are here."""
