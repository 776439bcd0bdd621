// Paints all text of the page: "author" as it is, "bare" not at all, "forced" in magenta; "done" lets
// the page go on as it was.
// A cascade layer before all others wins among important declarations, but not over style="";
// those are taken away for the while. What is marked as the proxy's own its script does not map again.
// Stands behind nothing.
(state) => {
  const INLINE = ["color", "-webkit-text-fill-color", "-webkit-text-stroke", "fill", "text-shadow", "text-decoration-color"];
  // Not ::first-letter: a rule for it makes a box of its own of each first letter, and moves the rest.
  const everything = "*, ::before, ::after, ::placeholder, ::marker, ::file-selector-button";
  const colour = { bare: "var(--a11y-probe, transparent)", forced: "var(--a11y-probe, rgb(255, 0, 255))" }[state];
  const rules = (colour) => `@layer probe {
    ${everything} {
      color: ${colour} !important; -webkit-text-fill-color: ${colour} !important; -webkit-text-stroke-color: transparent !important;
      text-decoration-color: transparent !important; text-emphasis-color: transparent !important; text-shadow: none !important;
      caret-color: transparent !important;
    }
    svg :is(text, tspan, textPath) { fill: ${colour} !important; }
    svg :is(text, tspan, textPath):not([data-probe-edged]) { stroke: none !important; }
  }`;
  let sheet = document.querySelector("style[data-probe]");
  if (!sheet) {
    sheet = document.createElement("style");
    sheet.dataset.probe = sheet.dataset.a11yUi = "";
    (document.head || document.documentElement).prepend(sheet);
    // Nothing may move between two pictures.
    for (let id = setTimeout(() => {}); id; id--) { clearTimeout(id); clearInterval(id); }
    window.probedFrames = window.requestAnimationFrame;
    window.requestAnimationFrame = () => 0;
    for (const film of document.querySelectorAll("video, audio")) film.pause();
    // An edge that is painted before its letters is the ground that they are read on.
    for (const text of document.querySelectorAll("svg :is(text, tspan, textPath)"))
      text.toggleAttribute("data-probe-edged", getComputedStyle(text).paintOrder.startsWith("stroke"));
    // Text that shows its element's ground through its letters is painted by that ground.
    window.probed = [...document.querySelectorAll("body *")].map((element) => ({
      element, style: element.getAttribute("style"),
      through: /text/.test(getComputedStyle(element).backgroundClip),
    })).filter(({ style, through }) => through || /!\s*important/.test(style || ""));
  }
  const still = `@layer probe { ${everything} { transition: none !important; } }`;
  sheet.textContent = still + (colour ? rules(colour) : "");
  for (const { element, style, through } of window.probed) {
    if (style === null) element.removeAttribute("style");
    else element.setAttribute("style", style);
    if (!colour) continue;
    for (const name of INLINE)
      if (element.style.getPropertyPriority(name)) element.style.removeProperty(name);
    if (through) element.style.setProperty("background", "none", "important");
  }
  if (state === "done") {
    sheet.remove();
    window.requestAnimationFrame = window.probedFrames;
  }
}
