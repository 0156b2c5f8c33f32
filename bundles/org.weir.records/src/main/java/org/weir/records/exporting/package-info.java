/** Export of lists to CSV and XLSX. */
@NullMarked
package org.weir.records.exporting;

import org.jspecify.annotations.NullMarked;
