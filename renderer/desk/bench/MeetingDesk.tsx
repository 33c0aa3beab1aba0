import { lazy, Suspense } from 'react'
import { Console } from '../chair/Console.tsx'
import { useDesk } from '../desk-context.tsx'
import { Connecting } from '../frame/Connecting.tsx'
import { isBench } from './bench-form.ts'

const BenchDesk = lazy(() => import('./BenchDesk.tsx').then((module) => ({ default: module.BenchDesk })))

/** The operator's page of a meeting: one short screen where its form wants no more, else the console. */
export function MeetingDesk() {
  const { meeting } = useDesk()
  if (!isBench(meeting.form)) return <Console />
  return (
    <Suspense fallback={<Connecting />}>
      <BenchDesk />
    </Suspense>
  )
}
