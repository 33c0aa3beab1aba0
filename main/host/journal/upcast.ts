/** Index i lifts one event of data version i+1 to version i+2; it may split an event, drop it, or rename it. */
export type Upcasters = readonly ((event: unknown) => readonly unknown[])[]

/** Lifts the events of a batch that was written at data version `from` (>= 1) to the newest version. */
export function upcast(events: readonly unknown[], from: number, upcasters: Upcasters): readonly unknown[] {
  let lifted = events
  for (const upcaster of upcasters.slice(from - 1)) lifted = lifted.flatMap(upcaster)
  return lifted
}
