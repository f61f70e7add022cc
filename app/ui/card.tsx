import type { ComponentProps } from "react";

/** A sheet on the page: a hairline, never a shadow. Give it `aria-labelledby` to make it a place of its own. */
export function Card({ soft, className = "", ...rest }: ComponentProps<"section"> & { soft?: boolean }) {
  return <section className={`card ${soft ? "card--soft" : ""} ${className}`} {...rest} />;
}
