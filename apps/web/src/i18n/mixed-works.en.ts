/** English words of works chosen together under one budget; loaded with that analysis. */
export const mixedWorksEn = {
  "mixedWorks.budget": "Budget",
  "mixedWorks.budgetUnit": "billion VND",
  "mixedWorks.aim": "Free most",
  "mixedWorks.aim.people": "people",
  "mixedWorks.aim.risk": "premises, by hazard",
  "mixedWorks.aim.people-and-risk": "people and premises",
  "mixedWorks.compute": "Choose",
  "mixedWorks.sentence":
    "For {budget}: {count} works at {cost} leave {people} people and {premises} premises without a gap, of {peopleGap} people and {premisesGap} premises with one today.",
  "mixedWorks.optimal": "Proven optimal",
  "mixedWorks.gap": "at most {gap} below the best",
  "mixedWorks.kinds": "By kind",
  "mixedWorks.curve": "What another budget would bring",
  "mixedWorks.curve.budget": "Budget",
  "mixedWorks.curve.people": "People freed",
  "mixedWorks.curve.premises": "Premises freed",
  "mixedWorks.curve.proof": "Proof",
  "mixedWorks.curve.optimal": "optimal",
  "mixedWorks.curve.gap": "≤ {gap} below",
  "mixedWorks.seen":
    "A recalculation shows at least {people} people and {premises} premises of these: it does not see posts, mini-engines and turning places.",
  "mixedWorks.noCure": "{people} people and {premises} premises are freed by no set of the works weighed.",
  "mixedWorks.assumptions": "Prices and risk weights are planning assumptions.",
  "mixedWorks.takeAll": "Add all works to scenario",
  "mixedWorks.taken": "All works added to the scenario.",
  "mixedWorks.partlyTaken":
    "Added to the scenario; {count} works of kinds that a scenario cannot record are left out.",
  "mixedWorks.causes": "Fixes",
  "mixedWorks.last": "By it alone",
  "mixedWorks.detail":
    "{cost}. {premises} premises and {people} people no longer fail: {causes}. Without it {premisesLast} premises and {peopleLast} people would have a gap again.",
  "mixedWorks.none": "No work fits the budget.",
};
