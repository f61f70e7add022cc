const known = new Map<string, boolean>();

/** Whether this is a named IANA zone that times can be shown in. Bare offsets such as "+02:00" are not. */
export function isZone(zone: string): boolean {
  let answer = known.get(zone);
  if (answer === undefined) {
    answer = zone.length <= 64 && /^[A-Za-z]/.test(zone) && isAccepted(zone);
    if (known.size < 2000) known.set(zone, answer);
  }
  return answer;
}

/** "Lisbon time" for "Europe/Lisbon": how a zone is named to a person. */
export function zoneWords(zone: string): string {
  if (zone === "UTC" || zone.startsWith("Etc/")) return zone.replace("Etc/", "");
  return `${placeOf(zone)} time`;
}

/** "Lisbon time (Europe/Lisbon)", and only "UTC" for UTC. */
export function fullZoneWords(zone: string): string {
  const words = zoneWords(zone);
  return words === zone ? words : `${words} (${zone})`;
}

/** "Lisbon" for "Europe/Lisbon": for a place beside a time, where room is short. */
export function placeWords(zone: string): string {
  return zoneWords(zone).replace(/ time$/, "");
}

/** All zones a person may choose, by the name of the place. */
export function listZones(): { zone: string; words: string }[] {
  return ["UTC", ...Intl.supportedValuesOf("timeZone")].map((zone) => ({
    zone,
    words: zone.replaceAll("_", " "),
  }));
}

function placeOf(zone: string): string {
  return (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}

function isAccepted(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
