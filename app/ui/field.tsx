import type { ComponentProps, ReactNode } from "react";

type Words = {
  label: ReactNode;
  /** Stands above the control, never inside it. */
  hint?: ReactNode;
  /** What is so and what to do, beside the field. */
  error?: ReactNode;
  optional?: boolean;
  wide?: boolean;
  className?: string;
};

type Named = { name: string; id?: string };

function Frame({
  id,
  label,
  hint,
  error,
  optional,
  wide,
  className = "",
  children,
}: Words & { id: string; children: ReactNode }) {
  return (
    <div className={`field ${wide ? "field--wide" : ""} ${error ? "field--error" : ""} ${className}`}>
      <label htmlFor={id}>
        {label} {optional && <span className="optional">Skip if you like</span>}
      </label>
      {hint && (
        <p className="field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children}
      {error && (
        <p className="field__error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}

function divide<Rest extends Named>({
  label,
  hint,
  error,
  optional,
  wide,
  className,
  ...rest
}: Words & Rest) {
  const id = rest.id ?? rest.name;
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return {
    words: { id, label, hint, error, optional, wide, className },
    control: {
      ...rest,
      id,
      "aria-describedby": described || undefined,
      "aria-invalid": error ? (true as const) : undefined,
    },
  };
}

export function TextField(props: Words & Named & Omit<ComponentProps<"input">, "id" | "name" | "className">) {
  const { words, control } = divide(props);
  return (
    <Frame {...words}>
      <input {...control} />
    </Frame>
  );
}

export function TextArea(
  props: Words & Named & Omit<ComponentProps<"textarea">, "id" | "name" | "className">,
) {
  const { words, control } = divide(props);
  return (
    <Frame {...words}>
      <textarea {...control} />
    </Frame>
  );
}

/** One short code from a mail. `aria-label`s and six separate boxes are kept away on purpose: it pastes. */
export function CodeField({ className = "", ...props }: ComponentProps<typeof TextField>) {
  return (
    <TextField
      autoComplete="one-time-code"
      autoCapitalize="characters"
      spellCheck={false}
      {...props}
      className={`field--code ${className}`}
    />
  );
}

export function SelectField(
  props: Words & Named & Omit<ComponentProps<"select">, "id" | "name" | "className">,
) {
  const { words, control } = divide(props);
  return (
    <Frame {...words}>
      <select {...control} />
    </Frame>
  );
}
