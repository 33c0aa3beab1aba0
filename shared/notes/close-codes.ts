/** Why the host closes a socket of the notes or of the signalling. 4000-4999 is left to applications; 40xx is the live socket's. */
export const notesCloseCodes = {
  /** No auth frame in time. */
  authLate: 4100,
  /** The token is unknown, used or too old: the page asks for a new pass. */
  passInvalid: 4101,
  /** The page's editor knows another set of nodes than the host: it must be loaded again. */
  otherSchema: 4102,
  /** The holder may no longer read these notes. */
  withdrawn: 4103,
  /** Frames that are none of this protocol, or content that notes may not have. */
  malformed: 4104,
  /** More frames or bytes than a person can type. */
  tooFast: 4105,
  /** The client reads too slowly; it comes back and is sent what it lacks at once. */
  tooSlow: 4106,
  /** Updates kept coming whose predecessors the host has never seen. */
  incomplete: 4107,
  storageFailed: 4108,
  hostEnding: 4109,
  crowded: 4110,
  /** A signalling connection that joined no room in time. */
  noRoom: 4111,
  /** No room for anything more: in the notes of this meeting, or in what one device may add to them. */
  full: 4112,
} as const

export type NotesCloseReason = keyof typeof notesCloseCodes

export const notesCloseReasonOf = (code: number): NotesCloseReason | null => {
  const found = Object.entries(notesCloseCodes).find(([, value]) => value === code)
  return found === undefined ? null : (found[0] as NotesCloseReason)
}
