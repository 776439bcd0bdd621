// What a page holds for its reader: words, links, form controls, table cells, hints.
// Ours ([data-a11y-ui]) is left out; so is what no reader gets (scripts, styles, templates).
() => {
  // Where scripts run, <noscript> holds its markup as one unread string.
  const scripts = matchMedia("(scripting: enabled)").matches ? ", noscript" : "";
  const SILENT = "script, style, template, [data-a11y-ui]" + scripts;
  const words = (text) => text.split(/\s+/u).filter(Boolean);
  const local = (url) => (url.startsWith(location.origin + "/") ? url.slice(location.origin.length) : url);
  const all = (selector) =>
    [...document.querySelectorAll(selector)].filter((element) => !element.closest(SILENT));

  const found = { words: [], links: [], forms: [], controls: [], cells: [], hints: [], images: [] };
  // Word by text node: what stands between two nodes may be ours.
  const said = (element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const heard = [];
    while (walker.nextNode())
      if (!walker.currentNode.parentElement.closest(SILENT)) heard.push(...words(walker.currentNode.data));
    return heard;
  };
  found.words = said(document.body);
  for (const link of all("a[href], area[href]")) found.links.push(local(String(link.href)));
  // What only a plug-in played may come to stand in a plain element, with its address.
  for (const frame of all(":is(iframe, frame, embed, span)[src], :is(object, div)[data]"))
    found.links.push("embedded " + local(new URL(frame.getAttribute("src") || frame.getAttribute("data"), document.baseURI).href));
  // A form that is handed over to the original goes to the same place, at its own host.
  const place = (form) => {
    const url = new URL(form.getAttribute("action") || document.URL, document.baseURI);
    return form.hasAttribute("data-a11y-original") ? url.href.slice(url.origin.length) : local(url.href);
  };
  for (const form of all("form")) found.forms.push(`${form.method} ${place(form)}`);
  for (const control of all("input, select, textarea, button")) {
    const options = [...(control.options || [])].map((option) => `${option.value}=${option.text}`);
    found.controls.push([control.name, control.type, control.value, ...options].join(" | "));
  }
  found.cells = all("td, th").map((cell) => said(cell).join(" "));
  for (const name of ["title", "placeholder", "aria-label", "summary"])
    for (const element of all(`[${name}]`))
      found.hints.push(`${name}: ${words(element.getAttribute(name)).join(" ")}`);
  // The picture of an image map stays where pictures go: its links have no other place.
  for (const image of all("img[alt]:not([usemap])"))
    if (image.alt.trim()) found.images.push(words(image.alt).join(" "));
  return found;
};
