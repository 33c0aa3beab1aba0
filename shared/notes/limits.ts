/**
 * The version of what notes may consist of (`vocabulary.ts` and the editor's schema). An editor deletes from the shared
 * document whatever its schema does not know, so the host refuses pages with any other version.
 */
export const NOTES_SCHEMA = 1

/** The paths of the notes' socket and of the signalling between peers, on the host's port. */
export const NOTES_PATH = '/notes'
export const SIGNAL_PATH = '/signal'

/** Largest frame on either side of `/notes`, bytes: some 80,000 characters in one piece. */
export const MAX_NOTES_FRAME_BYTES = 256 * 1024
/** Largest frame on `/signal`, bytes: an offer with all its candidates needs about 4 kB. */
export const MAX_SIGNAL_FRAME_BYTES = 16 * 1024
