import type { ComponentProps } from "react";

type Props = Omit<ComponentProps<"a">, "href"> & { to: string; go: (id: string) => void };

/** To another place on this page: a link, also before scripts run. */
export function GoLink({ to, go, onClick, ...rest }: Props) {
  return (
    <a
      {...rest}
      href={`#${to}`}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        onClick?.(event);
        go(to);
      }}
    />
  );
}
