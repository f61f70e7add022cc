import type { ComponentProps, ReactNode } from "react";

export function Switches({ children }: { children: ReactNode }) {
  return <ul className="switches">{children}</ul>;
}

type Words = { title: ReactNode; more: ReactNode };

/** On or off, said in words too. A form without scripts sends "on" or "off" for it. */
export function Switch({
  name,
  title,
  more,
  ...input
}: Words & { name: string } & Omit<ComponentProps<"input">, "type" | "className" | "title" | "value">) {
  return (
    <li>
      <label className="switch">
        <Named name={name} title={title} more={more} />
        <span className="switch__end">
          <span className="switch__word" aria-hidden="true" />
          {/* An empty box is not sent at all: of two with one name the last one counts. */}
          <input type="hidden" name={name} value="off" />
          <input
            {...input}
            type="checkbox"
            // biome-ignore lint/a11y/useAriaPropsForRole: a box says by itself whether it is ticked
            role="switch"
            name={name}
            value="on"
            aria-labelledby={`${name}-name`}
            aria-describedby={`${name}-more`}
          />
        </span>
      </label>
    </li>
  );
}

/** What stands among switches and cannot be switched. */
export function Always({ name, ...words }: Words & { name: string }) {
  return (
    <li>
      <div className="switch switch--fixed">
        <Named name={name} {...words} />
        <span className="switch__end quiet">Always</span>
      </div>
    </li>
  );
}

function Named({ name, title, more }: Words & { name: string }) {
  return (
    <span>
      <span className="switch__name" id={`${name}-name`}>
        {title}
      </span>
      <span className="switch__more" id={`${name}-more`}>
        {more}
      </span>
    </span>
  );
}
