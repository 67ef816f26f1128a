export * from './answers';
export * from './client';
export * from './hooks';
export * from './live';
export * from './session';
export * from './stepUp';
