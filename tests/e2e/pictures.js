// Every text that stands on a picture without a ground of its own: no colour is right there.
() => {
  const pictured = (element) => {
    const style = getComputedStyle(element);
    // A bullet stands beside its text: drawn once, and the text keeps its distance.
    const bullet = style.backgroundRepeat === "no-repeat" && parseFloat(style.paddingInlineStart) >= 8;
    return /url\(/.test(style.backgroundImage) && !bullet;
  };
  const pictures = [...document.querySelectorAll("img, video, canvas, object, embed, input[type=image]")]
    .filter((picture) => picture.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .map((picture) => ({ picture, box: picture.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 64 && box.height > 32);
  const opaque = (element) => /^rgb\(/.test(getComputedStyle(element).backgroundColor);
  // The nearest ground behind the text: its own, or that of an element around it.
  const ground = (element) => {
    for (let around = element; around; around = around.parentElement)
      if (opaque(around) || pictured(around)) return around;
    return document.documentElement;
  };

  const faults = new Set();
  for (const text of texts()) {
    const element = text.parentElement;
    const lines = linesOf(text);
    if (!lines.length) continue;
    const behind = ground(element);
    const around = cutters(element);
    const said = `${element.tagName.toLowerCase()}.${element.className} ${quote(text)}`;
    if (pictured(behind)) faults.add(`${said} on the background of ${behind.tagName.toLowerCase()}.${behind.className}`);
    for (const line of lines)
      for (const { picture, box } of pictures) {
        if (picture.contains(element) || !behind.contains(picture)) continue;
        const seen = visible(line, around);
        const across = Math.min(seen.right, box.right) - Math.max(seen.left, box.left);
        const down = Math.min(seen.bottom, box.bottom) - Math.max(seen.top, box.top);
        if (across > 4 && down > line.height / 4) faults.add(`${said} on ${picture.getAttribute("src")}`);
      }
  }
  return [...faults];
};
