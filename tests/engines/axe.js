// axe: WCAG 2.2 A and AA, and its best practices.
async () => {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const options = { runOnly: tags, resultTypes: ["violations"], iframes: false, elementRef: true };
  const { violations } = await axe.run(document, options);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ element, failureSummary }) => told(id, element, failureSummary.split("\n").at(-1).trim())));
};
