import Link from "next/link";

/** In the place of the bar where nothing is written. */
export function BarHome() {
  return (
    <div className="asked-bar">
      <Link className="button button--quiet" href="/sessions" prefetch={false}>
        To your sessions
      </Link>
    </div>
  );
}
