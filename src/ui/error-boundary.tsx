import { Component, type ReactNode } from 'react'

type ErrorBoundaryProps = {
  readonly fallback: (error: Error) => ReactNode
  readonly children: ReactNode
  /** The rendered value: a new one is rendered again. */
  readonly of?: unknown
  readonly onError?: (error: Error) => void
}

type ErrorBoundaryState = { readonly error: Error | null; readonly of: unknown }

/** Catches errors thrown while rendering. React supports this only in a class. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: null, of: this.props.of }

  static getDerivedStateFromError(thrown: unknown) {
    return { error: thrown instanceof Error ? thrown : new Error(String(thrown)) }
  }

  static getDerivedStateFromProps({ of }: ErrorBoundaryProps, state: ErrorBoundaryState) {
    return Object.is(of, state.of) ? null : { of, error: null }
  }

  override componentDidCatch(error: Error) {
    this.props.onError?.(error)
  }

  override render() {
    return this.state.error === null ? this.props.children : this.props.fallback(this.state.error)
  }
}
