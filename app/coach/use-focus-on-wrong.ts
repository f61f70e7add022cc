"use client";

import { type RefObject, useEffect } from "react";

/** After a refusal, the first field that it is about. */
export function useFocusOnWrong(form: RefObject<HTMLElement | null>, error: unknown) {
  useEffect(() => {
    if (error) form.current?.querySelector<HTMLElement>("[aria-invalid='true']")?.focus();
  }, [form, error]);
}
