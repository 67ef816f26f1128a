// Has anybody changed anything? The watchers act by the clock, so a ledger may grow by itself.

/** How many events there are. `person` may read the audit trail. */
export const recorded = async (person) => (await person.must("GET", "checkpoint")).size;

/** Types of the events that somebody else than a watcher caused since the ledger had that size. */
export async function recordedSince(person, size) {
  const types = [];
  for (let cursor = ""; ; ) {
    const page = await person.must("GET", `audit?limit=200${cursor}`);
    const fresh = page.items.filter((event) => event.sequence > size);
    types.push(...fresh.filter((event) => event.actor_kind !== "watcher").map((event) => event.type));
    if (fresh.length < page.items.length || !page.next) return types;
    cursor = `&cursor=${page.next}`;
  }
}
