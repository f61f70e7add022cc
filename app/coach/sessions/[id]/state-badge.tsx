import { Badge } from "#app/ui/badge.tsx";

const words = {
  held: ["held", "Held"],
  requested: ["asked", "Asked for"],
  confirmed: ["firm", "Confirmed"],
  completed: ["done", "Done"],
  no_show: ["off", "Did not come"],
  cancelled: ["off", "Cancelled"],
  declined: ["off", "Declined"],
  expired: ["off", "Not answered in time"],
} as const;

/** How a session stands, in a word. */
export function StateBadge({ status }: { status: keyof typeof words }) {
  const [kind, text] = words[status];
  return <Badge kind={kind}>{text}</Badge>;
}
