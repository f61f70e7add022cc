import { Refusal } from "#lib/refusal.ts";

/** In another tab somebody else has signed in: words do not become theirs. */
export function anotherPerson(): Refusal {
  return new Refusal(
    "Somebody else is signed in here now, so this was not saved. It stays on this page. Sign in as yourself, then try again.",
    { code: "another_person", status: 409 },
  );
}

/** What another device wrote meanwhile, for whoever comes later to choose from. */
export function writtenElsewhere(stored: { answers: object; revision: number }): Refusal {
  return new Refusal("You also wrote here on another device or in another window.", {
    code: "written_elsewhere",
    status: 409,
    offer: { stored: { answers: stored.answers, revision: stored.revision } },
  });
}
