// Every colour that the page's text and grounds are painted in, with an element that shows it.
// Our panel is left out: it shows a sample of each other theme.
() => {
  const seen = { text: {}, ground: {} };
  const note = (kind, colour, element) => {
    seen[kind][colour] ??= `${element.tagName.toLowerCase()}${element.id ? "#" + element.id : ""}.${element.getAttribute("class") || ""}`;
  };
  for (const element of document.querySelectorAll("body, body *")) {
    if (!element.checkVisibility({ visibilityProperty: true }) || element.closest("svg, [data-a11y-ui]")) continue;
    const style = getComputedStyle(element);
    const speaks = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (speaks) note("text", style.color, element);
    if (element.textContent.trim()) note("ground", style.backgroundColor, element);
  }
  return seen;
};
