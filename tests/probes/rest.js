// Resolves when the page stands still: a sheet answers a new width in the next frame, a script that
// waits for the end of a change some time after that. What never rests is looked at in the end.
// Stands behind nothing.
() => new Promise((resolve) => {
  const STILL = 250, MOST = 2500;
  const begun = performance.now();
  let since = begun, before = "";
  const look = (now) => {
    const places = [...document.body.querySelectorAll("*")].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [x, y, width, height].map(Math.round);
    }).join();
    if (places !== before) [before, since] = [places, now];
    if (now - since >= STILL || now - begun >= MOST) resolve();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})
