import '@fontsource-variable/inter/wght.css';
import './styles/base.css';
import './styles/tokens.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { CardRoot } from './app/card-root.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');

createRoot(root).render(
  <StrictMode>
    <CardRoot />
  </StrictMode>,
);
