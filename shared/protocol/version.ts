/**
 * The version of the wire, raised with every event or frame that an older page could not read. A page older than `oldest`
 * must be loaded again; a page newer than `current` waits for the host's laptop to be updated. Both are told so in words:
 * phones keep stale tabs open for weeks.
 */
export const PROTOCOL = { current: 2, oldest: 2 } as const

/** The path of the live socket on the host's port. */
export const LIVE_PATH = '/live'
