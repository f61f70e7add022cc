import { Tick } from "#app/ui/tick.tsx";

export function KeepTick({ checked, onChange }: { checked: boolean; onChange: (keep: boolean) => void }) {
  return (
    <Tick name="keep" checked={checked} onChange={(event) => onChange(event.target.checked)}>
      Keep me signed in here for up to 30 days.{" "}
      <span className="quiet">Only on a device that is yours alone.</span>
    </Tick>
  );
}
