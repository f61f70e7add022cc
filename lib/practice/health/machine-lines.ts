import { ageWords, type HealthLine, mind, sizeWords, unwell, well } from "./line.ts";
import type { Readings } from "./readings.ts";

const hour = 3_600_000;
const gigabyte = 1024 ** 3;

export const leastFree = gigabyte;
export const leastShareFree = 0.1;
export const backupOldAfter = 36 * hour;
export const postgresFrom = 15;
export const postgresTo = 18;

export function backupLine({ backup }: Readings, now: number): HealthLine {
  const name = "Backups";
  if (backup === "not told")
    return mind(
      name,
      "No backups are known here.",
      "Please back up the database every night, and set BACKUP_DIR to the folder that holds the backups. Then this page tells how old the newest is.",
    );
  const todo = "Please see to what makes the backups, and try whether the newest one can be read.";
  if (backup === "unknown") return unwell(name, "The folder of the backups cannot be looked into.", todo);
  if (backup === "none") return unwell(name, "There is nothing in the folder of the backups.", todo);
  const age = now - backup;
  return age > backupOldAfter
    ? unwell(name, `The newest is ${ageWords(age)} old.`, todo)
    : well(name, `The newest is ${ageWords(age)} old.`);
}

export function diskLine({ disk }: Readings): HealthLine {
  const name = "Room on the disk";
  if (disk === "elsewhere")
    return well(name, "The database is elsewhere. Please watch the disk there, where it lies.");
  if (disk === "unknown")
    return mind(
      name,
      "It cannot be told how much is left.",
      "Please see that DATABASE_FOLDER is where the files of the database lie.",
    );
  const said = `${sizeWords(disk.free)} of ${sizeWords(disk.whole)} are free.`;
  return disk.free < leastFree || disk.free < disk.whole * leastShareFree
    ? unwell(
        name,
        said,
        "Please make room, or move to a larger disk. When none is left, nothing can be saved.",
      )
    : well(name, said);
}

export function databaseLine({ databaseBytes }: Readings): HealthLine {
  return well("Size of the database", `${sizeWords(databaseBytes)}.`);
}

export function keysLine({ keys: { seals, others, isFileThere } }: Readings): HealthLine {
  const name = "Keys";
  if (!isFileThere)
    return unwell(
      name,
      "The file with the keys is not where it was.",
      "Please put it back before the portal is started anew. Without it nothing that was sealed can be read.",
    );
  const also = others.length === 0 ? "" : ` Older ones that still open: ${others.join(", ")}.`;
  return well(name, `New things are sealed with ${seals}.${also}`);
}

export function versionLine({ version: { portal, node, postgres } }: Readings): HealthLine {
  const name = "Versions";
  const said = `Attune ${portal}, Node ${node}, PostgreSQL ${postgres}.`;
  const major = Number.parseInt(postgres, 10);
  return major >= postgresFrom && major <= postgresTo
    ? well(name, said)
    : mind(
        name,
        said,
        `Attune is tried with PostgreSQL ${postgresFrom} to ${postgresTo}. Please move to one of them.`,
      );
}
