import './probe-queries.ts';
import '../../main/core/db/worker.ts';
