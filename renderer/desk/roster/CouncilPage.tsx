import { useState } from 'react'
import type { CouncilId } from '../../../shared/core/ids.ts'
import { Connecting } from '../frame/Connecting.tsx'
import { draftNameOf } from './kept-edit.ts'
import { newCouncil } from './new-council.ts'
import { RosterForm } from './RosterForm.tsx'
import { noEdit, type RosterEdit } from './roster-edit.ts'
import { firstPeople } from './roster-people.ts'
import { useHostRoster } from './use-host-roster.ts'
import { useKeptEdit } from './use-kept-edit.ts'

/** Step 1 组织: founds a council with its roster; with an id, changes the roster of a council that is there. */
export function CouncilPage({ councilId: id }: { readonly councilId: CouncilId | null }) {
  const [start] = useState(() => (id === null ? foundingEdit() : noEdit(id)))
  return <Kept draftName={draftNameOf(id)} start={start} revising={id !== null} />
}

function foundingEdit(): RosterEdit {
  const { councilId, ...fields } = newCouncil()
  return { ...noEdit(councilId), council: { now: fields, seen: [] }, added: firstPeople() }
}

type Props = { readonly draftName: string; readonly start: RosterEdit; readonly revising: boolean }

function Kept({ draftName, revising, start }: Props) {
  const kept = useKeptEdit(draftName, start)
  const view = useHostRoster(kept.edit.councilId)
  if (revising && (view.council === null || !view.told)) return <Connecting />
  return <RosterForm kept={kept} view={view} revising={revising} />
}
