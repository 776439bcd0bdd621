// The element that has the focus, and how a reader would see that it has.
() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const content = (element.innerText || element.value || element.getAttribute("aria-label") || "").trim();
  return {
    name: `${element.tagName.toLowerCase()} “${content.replace(/\s+/g, " ").slice(0, 40)}”`,
    ours: Boolean(element.closest("[data-a11y-ui]")),
    skip: element.matches('a[href^="#"]'),
    outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
    seen: box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
};
