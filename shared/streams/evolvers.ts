import { evolveCouncil } from '../council/state.ts'
import { evolveMeeting } from '../meeting/state.ts'
import { evolveLedger } from '../worksheets/ledger.ts'

/** How each kind of stream folds what a viewer is shown: all that a phone needs of a kind. */
export const evolvers = { council: evolveCouncil, meeting: evolveMeeting, worksheets: evolveLedger }
