import '@fontsource-variable/inter/wght.css';
import './styles/base.css';
import './styles/tokens.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { QuickRoot } from './app/quick-root.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');

createRoot(root).render(
  <StrictMode>
    <QuickRoot />
  </StrictMode>,
);
