"use client";

import { useEffect, useRef } from "react";

/** Takes the focus that the removed row had. */
export function UndoButton({ onClick }: { onClick: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <button type="button" onClick={onClick} ref={button}>
      Undo
    </button>
  );
}
