// How a reader of a fault finds its element. Stands behind shown.js.
const named = (element) => {
  const names = (element.getAttribute("class") || "").trim().split(/\s+/).filter(Boolean).slice(0, 4);
  return element.localName + (element.id ? `#${element.id}` : "") + names.map((name) => `.${name}`).join("");
};
const cssPath = (element) => {
  const steps = [];
  for (let step = element; step && step !== document.body && steps.length < 4; step = step.parentElement) {
    steps.unshift(named(step));
    if (step.id) break;
  }
  return steps.join(" > ") || "body";
};
// The words that a sheet writes before or after an element.
const generated = (element, pseudo) => {
  const style = getComputedStyle(element, pseudo);
  const shown = style.display !== "none" && style.visibility === "visible";
  const words = shown ? style.content.match(/"(?:[^"\\]|\\.)*"/g) || [] : [];
  return words.map((word) => word.slice(1, -1)).join("");
};
