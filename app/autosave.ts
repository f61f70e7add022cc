import { type SendError, sendJson } from "#app/send.ts";

export type Answers = Record<string, string>;

/** How it stands with what somebody writes. */
export type Standing =
  | { is: "saved"; words: string }
  | { is: "typed" }
  | { is: "saving" }
  /** It is tried again by itself. */
  | { is: "waiting" }
  /** It is tried again when asked, or when more is written. */
  | { is: "refused"; error: SendError }
  /** Somebody has to choose. */
  | { is: "elsewhere"; stored: Stored };

type Stored = { answers: Answers; revision: number };
type Saved = { revision: number; saved: string };

type Autosaved = {
  /** Takes `{ ...about, revision, answers }`: the fields that changed. */
  path: string;
  about: Record<string, string>;
  /** What is stored now, and how often it was written. */
  stored: Stored;
  /** What stands in the fields now. */
  read: () => Answers;
  tell: (standing: Standing) => void;
};

export type Autosave = ReturnType<typeof autosave>;

const pause = 1_500;
const longestWait = 60_000;
// Browsers let 64 kB outlive a page.
const carried = 60_000;

/**
 * Keeps what is typed: a moment after the last key, and again until the portal has it. Nothing stays in the browser
 * beyond the page, and what another device wrote meanwhile is never written over.
 */
export function autosave({ path, about, stored, read, tell }: Autosaved) {
  let { revision } = stored;
  let kept = { ...stored.answers };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = 0;
  let isSending = false;
  let hasFailed = false;
  let other: Stored | undefined;
  let last = Promise.resolve(true);

  const changes = () =>
    Object.fromEntries(Object.entries(read()).filter(([field, words]) => words !== (kept[field] ?? "")));
  const isUnsaved = () => isSending || Object.keys(changes()).length > 0;

  function soon(ms: number) {
    clearTimeout(timer);
    timer = setTimeout(save, ms);
  }

  async function post(to: string, more: object, isAct: boolean): Promise<boolean> {
    clearTimeout(timer);
    const answers = changes();
    isSending = true;
    tell({ is: "saving" });
    const body = { ...about, revision, answers, ...more };
    const keepalive = JSON.stringify(body).length * 3 < carried;
    const sent = await sendJson<Saved>(to, body, { keepalive });
    isSending = false;
    hasFailed = !sent.ok;
    if (sent.ok) take(answers, sent.data);
    else fail(sent.error, isAct);
    return sent.ok;
  }

  function take(answers: Answers, data: Saved) {
    revision = data.revision;
    kept = { ...kept, ...answers };
    wait = 0;
    if (Object.keys(changes()).length === 0) return tell({ is: "saved", words: data.saved });
    tell({ is: "typed" });
    soon(pause);
  }

  function fail(error: SendError, isAct: boolean) {
    if (error.code === "written_elsewhere") {
      other = (error as SendError & { stored: Stored }).stored;
      return tell({ is: "elsewhere", stored: other });
    }
    const isPassing = ["unreachable", "away", "failed"].includes(error.code);
    if (isPassing) {
      wait = Math.min(longestWait, wait * 2 || 2_000);
      soon(wait);
    }
    tell(isPassing && !isAct ? { is: "waiting" } : { is: "refused", error });
  }

  function save() {
    clearTimeout(timer);
    if (isSending || other || Object.keys(changes()).length === 0) return;
    last = post(path, {}, false);
  }

  return {
    isUnsaved,
    /** Unsaved, and nobody can say when it will be. */
    isStuck: () => hasFailed && isUnsaved(),
    revision: () => revision,
    save,
    /** Sends what stands here somewhere else, with more; true when that was done. */
    async sendTo(to: string, more: object): Promise<boolean> {
      await last;
      if (other) return false;
      last = post(to, more, true);
      return last;
    },
    typed() {
      if (other) return;
      tell({ is: "typed" });
      soon(pause);
    },
    /** What stands here goes over what the other device wrote. */
    keepThis() {
      if (!other) return;
      kept = { ...kept, ...other.answers };
      revision = other.revision;
      other = undefined;
      tell({ is: "saved", words: "" });
      save();
    },
    /** What the other device wrote, to be put in the fields. */
    takeOther(): Answers {
      if (!other) return {};
      ({ revision } = other);
      kept = { ...Object.fromEntries(Object.keys(read()).map((field) => [field, ""])), ...other.answers };
      other = undefined;
      tell({ is: "saved", words: "" });
      return kept;
    },
  };
}
