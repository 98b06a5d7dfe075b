import { Component, type ReactNode } from 'react'

export type BoundaryProps = {
  readonly children: ReactNode
  /** The rendered value: a new one is rendered again. */
  readonly of?: unknown
}

type BoundaryState = { readonly error: Error | null; readonly of: unknown }

/** Catches errors thrown while rendering. React supports this only in a class. */
export abstract class Boundary<Props extends BoundaryProps> extends Component<Props, BoundaryState> {
  override state: BoundaryState = { error: null, of: this.props.of }

  /** What is shown instead of the children. */
  protected abstract instead(error: Error): ReactNode

  static getDerivedStateFromError(thrown: unknown) {
    return { error: thrown instanceof Error ? thrown : new Error(String(thrown)) }
  }

  static getDerivedStateFromProps({ of }: BoundaryProps, state: BoundaryState) {
    return Object.is(of, state.of) ? null : { of, error: null }
  }

  override render() {
    return this.state.error === null ? this.props.children : this.instead(this.state.error)
  }
}

type ErrorBoundaryProps = BoundaryProps & { readonly fallback: (error: Error) => ReactNode }

export class ErrorBoundary extends Boundary<ErrorBoundaryProps> {
  protected override instead(error: Error) {
    return this.props.fallback(error)
  }
}
