import type { ComponentProps, ReactNode } from "react";

/** One statement to agree to. Never ticked beforehand. */
export function Tick({
  children,
  error,
  ...input
}: { children: ReactNode; error?: ReactNode; name: string } & Omit<
  ComponentProps<"input">,
  "type" | "className"
>) {
  const id = input.id ?? input.name;
  return (
    <div className="tick-line">
      <label className="tick" htmlFor={id}>
        <input
          {...input}
          id={id}
          type="checkbox"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
        />
        <span>{children}</span>
      </label>
      {error && (
        <p className="field__error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
