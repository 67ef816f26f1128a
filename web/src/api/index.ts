export * from './client';
export * from './hooks';
export * from './live';
export * from './programTypes';
export * from './session';
export * from './stepUp';
export * from './types';
