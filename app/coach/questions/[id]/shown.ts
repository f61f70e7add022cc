import type { Question } from "#lib/questions/question.ts";

/** What the editor tells the frame beside it. */
export type Shown = { questions: Question[]; look: "light" | "dark" };

/** Lets this page look as it does by day or in the evening, whatever the device says. */
export function showAs(look: Shown["look"]): void {
  document.documentElement.style.colorScheme = look;
  for (const sheet of document.styleSheets) chooseRules(sheet.cssRules, look);
}

const evening = new WeakSet<CSSMediaRule>();

function chooseRules(rules: CSSRuleList, look: Shown["look"]): void {
  for (const rule of rules) {
    if (rule instanceof CSSMediaRule) {
      if (rule.conditionText.replaceAll(" ", "") === "(prefers-color-scheme:dark)") evening.add(rule);
      if (evening.has(rule)) rule.media.mediaText = look === "dark" ? "all" : "not all";
    }
    if (rule instanceof CSSGroupingRule) chooseRules(rule.cssRules, look);
  }
}
