import { type CouncilId, councilId } from '../../../shared/core/ids.ts'
import { randomBytes } from '../../connection/browser-runtime.ts'
import { blankFields, type CouncilFields } from './council-fields.ts'

/** A council before anything is typed; its id is there from the first, so that founding can be carried on with after a break. */
export const newCouncil = (): CouncilFields & { readonly councilId: CouncilId } => ({
  councilId: councilId.mint(randomBytes),
  ...blankFields(randomBytes(1)[0] ?? 0),
})
