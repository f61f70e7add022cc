export type Zone = { zone: string; words: string };

/** All zones; one that goes by an older name is kept as it is. */
export function ZoneOptions({ zones, value }: { zones: Zone[]; value: string }) {
  return (
    <>
      {!zones.some(({ zone }) => zone === value) && <option value={value}>{value}</option>}
      {zones.map(({ zone, words }) => (
        <option key={zone} value={zone}>
          {words}
        </option>
      ))}
    </>
  );
}
