import { type SendError, sendJson } from "#app/send.ts";

/** Words, a number, or what was chosen of several. */
type Answer = string | number | string[];
type Answers<One extends Answer> = Record<string, One>;

/** How it stands with what somebody writes. */
export type Standing<One extends Answer = string> =
  | { is: "saved"; words: string }
  | { is: "typed" }
  | { is: "saving" }
  /** It is tried again by itself. */
  | { is: "waiting" }
  /** It is tried again when asked, or when more is written. `isAct`: more than keeping it was wanted. */
  | { is: "refused"; error: SendError; isAct: boolean }
  /** Somebody has to choose. `known`: what was stored when this was written. */
  | { is: "elsewhere"; stored: Stored<One>; known: Answers<One> };

type Stored<One extends Answer> = { answers: Answers<One>; revision: number };
type Saved = { revision: number; saved: string };

type Autosaved<One extends Answer> = {
  /** Takes `{ ...about, revision, answers }`: the fields that changed, null for what was taken away. */
  path: string;
  about: Record<string, unknown>;
  /** What is stored now, and how often it was written. */
  stored: Stored<One>;
  /** What stands in the fields now, each of them named. */
  read: () => Record<string, One | undefined>;
  tell: (standing: Standing<One>) => void;
};

const pause = 1_500;
const longestBehind = 2_000;
const longestWait = 60_000;
// Browsers let 64 kB outlive a page.
const carried = 60_000;

/**
 * Keeps what is typed: a moment after the last key, two seconds after the first one that is not kept, and again until
 * the portal has it. Nothing stays in the browser beyond the page, and what another device wrote meanwhile is never
 * written over.
 */
export function autosave<One extends Answer = string>({ path, about, stored, read, tell }: Autosaved<One>) {
  let { revision } = stored;
  let kept = { ...stored.answers };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = 0;
  let behindSince: number | undefined;
  let isSending = false;
  let hasFailed = false;
  let other: Stored<One> | undefined;
  let last = Promise.resolve(true);

  const changes = () => Object.entries(read()).filter(([field, answer]) => !isSame(answer, kept[field]));
  const isUnsaved = () => isSending || changes().length > 0;

  function soon(ms: number) {
    clearTimeout(timer);
    timer = setTimeout(save, ms);
  }

  function soonEnough() {
    const now = Date.now();
    behindSince ??= now;
    soon(Math.min(pause, Math.max(0, behindSince + longestBehind - now)));
  }

  async function post(to: string, more: object, isAct: boolean): Promise<boolean> {
    clearTimeout(timer);
    behindSince = undefined;
    const changed = changes();
    isSending = true;
    tell({ is: "saving" });
    const answers = Object.fromEntries(changed.map(([field, answer]) => [field, answer ?? null]));
    const body = { ...about, revision, answers, ...more };
    const keepalive = JSON.stringify(body).length * 3 < carried;
    const sent = await sendJson<Saved>(to, body, { keepalive });
    isSending = false;
    hasFailed = !sent.ok;
    if (sent.ok) take(changed, sent.data);
    else fail(sent.error, isAct);
    return sent.ok;
  }

  function take(changed: [string, One | undefined][], data: Saved) {
    revision = data.revision;
    for (const [field, answer] of changed) {
      if (answer === undefined) delete kept[field];
      else kept[field] = answer;
    }
    wait = 0;
    if (changes().length === 0) return tell({ is: "saved", words: data.saved });
    tell({ is: "typed" });
    soonEnough();
  }

  function fail(error: SendError, isAct: boolean) {
    if (error.code === "written_elsewhere") {
      other = (error as SendError & { stored: Stored<One> }).stored;
      return tell({ is: "elsewhere", stored: other, known: { ...kept } });
    }
    const isPassing = ["unreachable", "away", "failed"].includes(error.code);
    if (isPassing) {
      wait = Math.min(longestWait, wait * 2 || 2_000);
      soon(wait);
    }
    tell(isPassing && !isAct ? { is: "waiting" } : { is: "refused", error, isAct });
  }

  function save() {
    clearTimeout(timer);
    if (isSending || other || changes().length === 0) return;
    last = post(path, {}, false);
  }

  /** What the other device wrote is what is stored. Gives it. */
  function seeOther(): Answers<One> {
    if (!other) return kept;
    ({ revision } = other);
    kept = { ...other.answers };
    other = undefined;
    hasFailed = false;
    tell({ is: "saved", words: "" });
    return { ...kept };
  }

  return {
    isUnsaved,
    /** Unsaved, and nobody can say when it will be. */
    isStuck: () => hasFailed && isUnsaved(),
    revision: () => revision,
    save,
    seeOther,
    /** Sends what stands here somewhere else, with more; true when that was done. */
    async sendTo(to: string, more: object): Promise<boolean> {
      await last;
      if (other) return false;
      last = post(to, more, true);
      return last;
    },
    /** Saves what is not saved; true when all of it is. */
    async finish(): Promise<boolean> {
      // A second time for what was typed while the first was on its way.
      for (const _ of [1, 2]) {
        save();
        await last;
      }
      return !isUnsaved();
    },
    typed() {
      if (other) return;
      tell({ is: "typed" });
      soonEnough();
    },
    /** What stands here goes over what the other device wrote. */
    keepThis() {
      seeOther();
      save();
    },
  };
}

const isBlank = (answer: Answer | undefined) =>
  answer === undefined || (typeof answer !== "number" && answer.length === 0);

function isSame(one: Answer | undefined, other: Answer | undefined): boolean {
  if (isBlank(one) || isBlank(other)) return isBlank(one) && isBlank(other);
  return JSON.stringify(one) === JSON.stringify(other);
}
