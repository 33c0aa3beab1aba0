import type { AtDoor } from '../../../shared/client/phase.ts'
import { PickName } from './PickName.tsx'

export function NamePage({ door }: { readonly door: AtDoor }) {
  return <PickName title={door.title} heading="您是哪一位？" seats={door.seats} />
}
