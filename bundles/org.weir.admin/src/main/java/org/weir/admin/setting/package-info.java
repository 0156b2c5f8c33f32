/** Settings of all bundles as forms, from what they declare with Metatype; kept in the database, valid on every node. */
@NullMarked
package org.weir.admin.setting;

import org.jspecify.annotations.NullMarked;
