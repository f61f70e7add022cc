export type Act = "search" | "keys" | "next" | "before";

type Key = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean };

/** What a key asks for at the desk. A key without Ctrl means nothing to whoever types, nor where it is switched off. */
export function actOf(
  { key, ctrlKey, metaKey, altKey }: Key,
  { isOff, isTyping }: { isOff: boolean; isTyping: boolean },
): Act | undefined {
  if (altKey) return undefined;
  if (ctrlKey || metaKey) return key.toLowerCase() === "k" ? "search" : undefined;
  return isOff || isTyping ? undefined : single[key];
}

const single: Record<string, Act> = { "/": "search", "?": "keys", j: "next", k: "before" };

/** Whether somebody may be typing where a key went to. */
export function isTypedIn(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
