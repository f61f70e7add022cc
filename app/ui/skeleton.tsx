/** The page's shape while it loads. It never moves. */
export function Skeleton({ label = "Loading", lines = 4 }: { label?: string; lines?: number }) {
  return (
    <div className="skeleton" role="status">
      <span className="unseen">{label}</span>
      {Array.from({ length: lines }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
        <i key={index} aria-hidden="true" />
      ))}
    </div>
  );
}
