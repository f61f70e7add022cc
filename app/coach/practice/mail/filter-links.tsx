import Link from "next/link";
import { type Filter, filters } from "#lib/mail/log/filters.ts";

const words: Record<Filter, string> = {
  waiting: "On its way",
  sent: "Sent",
  arrived: "Delivered",
  back: "Not delivered",
  unsure: "Unsure",
  dropped: "Not needed",
};

/** Which letters to show; all of them where nothing is chosen. */
export function FilterLinks({ shown }: { shown: Filter | undefined }) {
  return (
    <nav aria-label="Which mail to show" className="filters">
      <ul className="pick">
        {[undefined, ...filters].map((filter) => (
          <li key={filter ?? "all"}>
            <Link
              href={filter ? `/coach/practice/mail?show=${filter}` : "/coach/practice/mail"}
              prefetch={false}
              aria-current={filter === shown ? "true" : undefined}
            >
              {filter ? words[filter] : "All"}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
