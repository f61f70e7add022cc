import Link from "next/link";

/** In the place of the bar where nothing can be written any more. */
export function BarToSession({ bookingId }: { bookingId: string }) {
  return (
    <div className="asked-bar">
      <Link className="button button--quiet" href={`/sessions/${bookingId}`} prefetch={false}>
        To your meeting
      </Link>
    </div>
  );
}
