// IBM Equal Access: what its rules call a violation of WCAG 2.2, and are sure of.
async () => {
  const { results } = await new ace.Checker().check(document, ["WCAG_2_2"]);
  return results
    .filter(({ value }) => value[0] === "VIOLATION" && value[1] === "FAIL")
    // It looks into frames by itself; each frame is asked for itself.
    .filter(({ node }) => node.ownerDocument === document)
    .map(({ ruleId, node, message }) => told(ruleId, node, message));
};
