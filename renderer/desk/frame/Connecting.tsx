import { Skeleton } from 'antd'
import { useHall } from '../../connection/hall-context.tsx'

/** Nothing to show yet: the first connection, or one that does not come about. */
export function Connecting() {
  const { phase } = useHall()
  const unreachable = phase.at === 'offline'
  return (
    <main className="state-page" aria-busy="true">
      <section className="state-sheet connecting">
        <div className="grow">
          <h1 className="song" role="status">
            {unreachable ? '连不上主机，正在重试' : '正在打开议事厅'}
          </h1>
          <p className="state-words">
            {unreachable
              ? '主机可能关了，或断了网。记录都在主机的磁盘上，不会丢；主机回来后这里自动打开。'
              : '正在读取会议记录。'}
          </p>
          <Skeleton active title={false} paragraph={{ rows: 3 }} />
        </div>
      </section>
    </main>
  )
}
