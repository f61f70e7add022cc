import { useCallback, useEffect, useRef, useState } from "react";
import { type SendError, sendJson } from "#app/send.ts";
import type { DraftToEdit } from "#lib/lessons/authoring/drafts.ts";
import { blocksOf } from "./parts.ts";
import type { Writing } from "./writing.ts";

const pause = 1_500;
const longestWait = 60_000;

type Text = Pick<Writing, "words" | "parts">;
type Base = Pick<DraftToEdit, "revision" | "version">;
type Answer = { revision: number; savedAt: number };

/**
 * Keeps what is written, some moments after the last key, one save after another. What does not come through is tried
 * again, and once more with the next key. Where somebody else wrote meanwhile, it waits for the coach to choose.
 */
export function useDraft(lessonId: string, draft: DraftToEdit) {
  const { language } = draft;
  const base = useRef<Base>({ revision: draft.revision, version: draft.version });
  const unsaved = useRef<Text>(undefined);
  const busy = useRef<Promise<boolean>>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const failures = useRef(0);
  const isToChoose = useRef(false);
  const tryAgain = useRef<() => void>(undefined);
  const [revision, setRevision] = useState(draft.revision);
  const [isUnsaved, setUnsaved] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const [savedAt, setSavedAt] = useState<number>();
  const [error, setError] = useState<SendError>();
  const [others, setOthers] = useState<DraftToEdit>();

  const stand = useCallback((at: Base) => {
    base.current = { revision: at.revision, version: at.version };
    setRevision(at.revision);
  }, []);

  const send = useCallback(async (): Promise<boolean> => {
    while (unsaved.current && !isToChoose.current) {
      const text = unsaved.current;
      setSaving(true);
      const body = { language, ...base.current, words: text.words, blocks: blocksOf(text.parts) };
      const sent = await sendJson<Answer>(`/api/coach/lessons/${lessonId}/draft`, body);
      setSaving(false);
      setError(sent.ok ? undefined : sent.error);
      if (!sent.ok) {
        isToChoose.current = sent.error.draft !== undefined;
        setOthers(sent.error.draft);
        if (!isToChoose.current && !sent.error.field) again();
        return false;
      }
      failures.current = 0;
      stand({ ...base.current, revision: sent.data.revision });
      setSavedAt(sent.data.savedAt);
      if (unsaved.current === text) unsaved.current = undefined;
    }
    if (unsaved.current) return false;
    setUnsaved(false);
    return true;

    function again() {
      failures.current += 1;
      clearTimeout(timer.current);
      timer.current = setTimeout(
        () => tryAgain.current?.(),
        Math.min(longestWait, 2_500 * 2 ** failures.current),
      );
    }
  }, [language, lessonId, stand]);

  const save = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current);
    busy.current ??= send().finally(() => {
      busy.current = undefined;
    });
    return busy.current;
  }, [send]);

  useEffect(() => {
    tryAgain.current = () => void save();
  }, [save]);

  const keep = useCallback(
    (text: Text) => {
      unsaved.current = text;
      setUnsaved(true);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void save(), pause);
    },
    [save],
  );

  const drop = useCallback(() => {
    clearTimeout(timer.current);
    unsaved.current = undefined;
    isToChoose.current = false;
    setUnsaved(false);
    setError(undefined);
    setOthers(undefined);
  }, []);

  useEffect(() => () => clearTimeout(timer.current), []);

  return {
    revision,
    isUnsaved,
    isSaving,
    savedAt,
    error,
    /** What somebody else wrote meanwhile. */
    others,
    keep,
    /** Saves now. False: it did not come through, and everything is still here. */
    save,
    /** From now on what is written here stands on this. */
    take: (at: Base) => {
      drop();
      stand(at);
    },
    /** What is here goes over what somebody else wrote. */
    keepMine: (text: Text) => {
      if (others) stand(others);
      drop();
      setUnsaved(true);
      unsaved.current = text;
      return save();
    },
    post: <T>(act: "publish" | "discard") =>
      sendJson<T>(`/api/coach/lessons/${lessonId}/${act}`, { language, revision: base.current.revision }),
  };
}
