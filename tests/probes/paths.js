// How a reader of a fault finds its element, and which words a page has. Stands behind shown.js.
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

// What is more than space and the private letters of an icon font.
const LETTERS = /[^\s\p{Co}\p{Cf}]/u;
const FIELDS =
  "input:not([type=hidden], [type=checkbox], [type=radio], [type=range], [type=color], [type=image]), textarea, select";
// The words that a sheet writes before or after elements.
const generated = () => {
  const found = [];
  for (const element of document.querySelectorAll("body, body *"))
    for (const pseudo of ["::before", "::after"]) {
      const style = getComputedStyle(element, pseudo);
      if (style.display === "none" || style.visibility !== "visible" || style.opacity === "0") continue;
      const words = style.content.match(/"(?:[^"\\]|\\.)*"/g) || [];
      const said = words.map((word) => word.slice(1, -1)).join("");
      if (LETTERS.test(said) && !hidden(element)) found.push({ element, pseudo, said });
    }
  return found;
};
