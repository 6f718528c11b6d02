"""What pandas does with the flat file: read_csv, cleaning, to_sql of the same tables with the same indexes; no rollups."""

import sqlite3
import sys

import pandas as pd

source, database = sys.argv[1:3]
lines = pd.read_csv(source, dtype={"InvoiceNo": str, "StockCode": str, "CustomerID": str})
lines["InvoiceDate"] = pd.to_datetime(lines["InvoiceDate"])
lines = lines[(lines["Quantity"] != 0) & (lines["UnitPrice"] >= 0) & lines["InvoiceDate"].notna() & lines["InvoiceNo"].notna()]
for column in ("StockCode", "Description", "Country"):
    lines[column] = lines[column].str.strip()
lines["CustomerID"] = lines["CustomerID"].str.replace(".0", "", regex=False)
lines["unit_price"] = (lines["UnitPrice"] * 10000).round().astype("int64")
lines["amount"] = lines["Quantity"] * lines["unit_price"]
lines["at"] = lines["InvoiceDate"].astype("int64") // 10**6
lines["returned"] = lines["amount"].where(lines["Quantity"] < 0, 0)


def numbered(column):
    codes, values = pd.factorize(lines[column])
    return pd.Series(codes + 1, index=lines.index), values


lines["order_id"], orders = numbered("InvoiceNo")
lines["product_id"], products = numbered("StockCode")
lines["customer_id"], customers = numbered("CustomerID")
lines["region_id"], regions = numbered("Country")

order_rows = lines.groupby("order_id", sort=False).agg(
    number=("InvoiceNo", "first"), at=("at", "first"), region_id=("region_id", "first"),
    customer_id=("customer_id", "first"), lines=("amount", "size"), units=("Quantity", "sum"),
    revenue=("amount", "sum"), returns=("returned", "sum"),
)
product_rows = lines.groupby("product_id", sort=False).agg(
    code=("StockCode", "first"), name=("Description", "first"), price=("unit_price", "max")
)
db = sqlite3.connect(database)
db.execute("PRAGMA journal_mode = WAL")
db.execute("PRAGMA synchronous = NORMAL")
pd.DataFrame({"region_id": range(1, len(regions) + 1), "name": regions}).to_sql("regions", db, index=False)
pd.DataFrame({"customer_id": range(1, len(customers) + 1), "code": customers}).to_sql("customers", db, index=False)
product_rows.to_sql("products", db)
order_rows.to_sql("orders", db)
line_rows = lines[["order_id", "product_id", "Quantity", "unit_price", "amount"]].rename(columns={"Quantity": "quantity"})
line_rows.to_sql("order_lines", db, index=False)
for index in (
    "CREATE UNIQUE INDEX orders_by_number ON orders (number)",
    "CREATE INDEX orders_by_time ON orders (at)",
    "CREATE INDEX orders_by_customer ON orders (customer_id, at)",
    "CREATE INDEX lines_by_order ON order_lines (order_id)",
    "CREATE INDEX lines_by_product ON order_lines (product_id)",
    "CREATE UNIQUE INDEX products_by_code ON products (code)",
    "CREATE UNIQUE INDEX customers_by_code ON customers (code)",
):
    db.execute(index)
db.commit()
print(line_rows["amount"].sum())
