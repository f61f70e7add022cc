"use client";

import { type ReactNode, useEffect, useId, useRef } from "react";

/** Says what will happen, then offers two honest ways on, given as children. Escape is `onClose` too. */
export function Dialog({
  open,
  onClose,
  title,
  isWide = false,
  children,
}: {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  /** For a form in two columns. */
  isWide?: boolean;
  children: ReactNode;
}) {
  const frame = useRef<HTMLDialogElement>(null);
  const heading = useId();

  useEffect(() => {
    if (open) frame.current?.showModal();
    else frame.current?.close();
  }, [open]);

  return (
    <dialog
      ref={frame}
      className={isWide ? "dialog dialog--wide" : "dialog"}
      aria-labelledby={heading}
      onClose={onClose}
    >
      <h2 id={heading}>{title}</h2>
      {children}
    </dialog>
  );
}
